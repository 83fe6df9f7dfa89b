'use strict';

/*
 * Draws every model of processes/ into docs/diagrams: BPMN as PNG and SVG, DMN tables as PNG, with an index by domain.
 *
 *   node tools/diagrams.js            draw
 *   node tools/diagrams.js --check    exit 1 when a picture is missing, left over or older than its model
 *
 * The check compares the models with their hashes kept in sources.json, never pixels: fonts and browsers differ between
 * machines, what a model says does not. CHROMIUM names another browser than /usr/bin/chromium.
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createHash } = require('node:crypto');
const { root, modelFiles } = require('./models');

const OUT = path.join(root, 'docs', 'diagrams');
const SOURCES = path.join(OUT, 'sources.json');
const SCALE = 1.5;
const MARGIN = 16;
const FONT = '"Noto Sans CJK SC", sans-serif';

const DOMAINS = {
  repair: '报修与维修',
  emergency: '紧急抢修',
  structural: '结构安全',
  agreement: '有偿维修',
  commitment: '服务承诺',
  notification: '通知',
  project: '工程与保修',
  revisit: '回访',
  inspection: '监督检查',
  organisation: '人员与替岗',
  quality: '质量与满意度',
  training: '业主培训',
  consultation: '技术咨询'
};

const keyOf = (file) => path.basename(file, path.extname(file));
const picturesOf = (file) => (file.endsWith('.bpmn') ? ['.svg', '.png'] : ['.png']).map((ext) => keyOf(file) + ext);

/** Line ends do not count: a checkout may change them. */
function hash(file) {
  return createHash('sha256').update(fs.readFileSync(path.join(root, file), 'utf8').replace(/\r\n/g, '\n')).digest('hex');
}

function sources(files) {
  return Object.fromEntries(files.map((file) => [file, hash(file)]));
}

function check(files) {
  const known = fs.existsSync(SOURCES) ? JSON.parse(fs.readFileSync(SOURCES, 'utf8')) : {};
  const problems = [];
  for (const [file, digest] of Object.entries(sources(files))) {
    if (known[file] !== digest) {
      problems.push(`${file}: ${known[file] ? 'changed since it was drawn' : 'never drawn'}`);
    }
    for (const picture of picturesOf(file)) {
      if (!fs.existsSync(path.join(OUT, picture))) {
        problems.push(`${file}: docs/diagrams/${picture} is missing`);
      }
    }
  }
  for (const file of Object.keys(known).filter((f) => !files.includes(f))) {
    problems.push(`${file}: drawn, but no longer there`);
  }
  const readme = path.join(OUT, 'README.md');
  if (!fs.existsSync(readme) || fs.readFileSync(readme, 'utf8').replace(/\r\n/g, '\n') !== index(files)) {
    problems.push('docs/diagrams/README.md does not list the models as they are');
  }
  return problems;
}

function dist(pkg, ...parts) {
  return path.join(path.dirname(require.resolve(`${pkg}/package.json`)), 'dist', ...parts);
}

/** Element ids the renderer makes up (markers, clip paths) are random: number them, so the same model gives the same SVG. */
function stable(svg) {
  const ids = new Map();
  for (const [, id] of svg.matchAll(/<(?:marker|clipPath|pattern)[^>]*\sid="([^"]+)"/g)) {
    ids.set(id, `def-${ids.size + 1}`);
  }
  let text = svg;
  for (const [id, name] of ids) {
    text = text.split(id).join(name);
  }
  return text.replace(/\r\n/g, '\n').trimEnd() + '\n';
}

async function drawBpmn(page, xml) {
  await page.setContent('<!doctype html><html lang="zh-CN"><body style="margin:0"><div id="canvas" style="width:4000px;height:3000px"></div></body></html>');
  await page.addScriptTag({ path: dist('bpmn-js', 'bpmn-viewer.production.min.js') });
  const { svg, warnings } = await page.evaluate(
    async ({ xml, font }) => {
      const viewer = new window.BpmnJS({
        container: '#canvas',
        textRenderer: { defaultStyle: { fontFamily: font }, externalStyle: { fontFamily: font } }
      });
      const { warnings } = await viewer.importXML(xml);
      const { svg } = await viewer.saveSVG();
      return { svg, warnings: warnings.map((w) => w.message) };
    },
    { xml, font: FONT }
  );
  if (warnings.length) {
    throw new Error(warnings.join('; '));
  }
  return stable(svg);
}

async function photographSvg(page, svg) {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><body style="margin:0;background:#fff"><div id="shot" style="display:inline-block;padding:${MARGIN}px">${svg.slice(svg.indexOf('<svg'))}</div></body></html>`
  );
  return page.locator('#shot').screenshot();
}

async function drawDmn(page, xml) {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><body style="margin:0;background:#fff"><div id="shot" style="display:inline-block;padding:${MARGIN}px"></div></body></html>`
  );
  for (const css of ['dmn-js-shared.css', 'dmn-js-decision-table.css', 'dmn-js-literal-expression.css']) {
    await page.addStyleTag({ path: dist('dmn-js', 'assets', css) });
  }
  await page.addStyleTag({
    content: `* { font-family: ${FONT} !important; } .dmn-decision-table-container, .tjs-container { height: auto !important; width: max-content !important; }
      .tjs-container { overflow: visible !important; }
      .dmn-decision-table-container { padding-bottom: 48px; }
      .dmn-decision-table-container .tjs-table-container { max-width: none !important; overflow: visible !important; }`
  });
  await page.addScriptTag({ path: dist('dmn-js', 'dmn-viewer.production.min.js') });
  await page.evaluate(async (xml) => {
    const shot = document.getElementById('shot');
    const reader = new window.DmnJS({ container: document.createElement('div') });
    await reader.importXML(xml);
    const tables = reader.getViews().filter((view) => view.type === 'decisionTable' || view.type === 'literalExpression');
    // One viewer shows one view at a time; a file with several decisions gets them below each other.
    for (const { id } of tables) {
      const container = shot.appendChild(document.createElement('div'));
      const viewer = new window.DmnJS({ container });
      await viewer.importXML(xml);
      await viewer.open(viewer.getViews().find((view) => view.id === id));
    }
  }, xml);
  return page.locator('#shot').screenshot();
}

function nameOf(xml, element) {
  const match = xml.match(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*?\\sname="([^"]*)"`));
  return match ? match[1] : '';
}

function titleOf(file) {
  const xml = fs.readFileSync(path.join(root, file), 'utf8');
  return nameOf(xml, file.endsWith('.bpmn') ? 'process' : 'decision') || keyOf(file);
}

function index(files) {
  const lines = ['# 流程图与决策表', '', '由 `npm run diagrams` 根据 `processes/` 生成,请勿手工修改。', ''];
  for (const domain of [...new Set(files.map((f) => path.dirname(f)))]) {
    const folder = path.posix.relative('processes', domain);
    lines.push(`## ${DOMAINS[folder] || folder || '其他'}`, '');
    for (const file of files.filter((f) => path.dirname(f) === domain)) {
      const kind = file.endsWith('.dmn') ? '决策表' : '流程';
      lines.push(`### ${titleOf(file)}`, '', `${kind} [\`${keyOf(file)}\`](../../${file})`, '');
      lines.push(`![${titleOf(file)}](${keyOf(file)}${file.endsWith('.dmn') ? '.png' : '.svg'})`, '');
    }
  }
  return lines.join('\n');
}

async function draw(files) {
  const { chromium } = require('playwright-core');
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'diagrams-'));
  fs.mkdirSync(OUT, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ],
    deviceScaleFactor: SCALE,
    viewport: { width: 1600, height: 1000 },
    locale: 'zh-CN'
  });
  try {
    const page = await context.newPage();
    for (const file of files) {
      const xml = fs.readFileSync(path.join(root, file), 'utf8');
      try {
        if (file.endsWith('.bpmn')) {
          const svg = await drawBpmn(page, xml);
          fs.writeFileSync(path.join(OUT, `${keyOf(file)}.svg`), svg);
          fs.writeFileSync(path.join(OUT, `${keyOf(file)}.png`), await photographSvg(page, svg));
        } else {
          fs.writeFileSync(path.join(OUT, `${keyOf(file)}.png`), await drawDmn(page, xml));
        }
      } catch (e) {
        throw new Error(`${file}: ${e.message}`, { cause: e });
      }
      console.log(`diagrams: drew ${file}`);
    }
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
  const wanted = new Set(files.flatMap(picturesOf));
  for (const old of fs.readdirSync(OUT).filter((f) => /\.(png|svg)$/.test(f) && !wanted.has(f))) {
    fs.rmSync(path.join(OUT, old));
    console.log(`diagrams: removed ${old}`);
  }
  fs.writeFileSync(path.join(OUT, 'README.md'), index(files));
  fs.writeFileSync(SOURCES, JSON.stringify(sources(files), null, 2) + '\n');
}

async function main() {
  const files = modelFiles('processes', '.bpmn', '.dmn');
  const keys = files.map(keyOf);
  const double = keys.find((key, i) => keys.indexOf(key) !== i);
  if (double) {
    throw new Error(`two models named ${double}`);
  }
  if (!process.argv.includes('--check')) {
    return draw(files);
  }
  const problems = check(files);
  if (problems.length) {
    throw new Error(`out of date, run "npm run diagrams":\n  ${problems.join('\n  ')}`);
  }
  console.log(`diagrams: ${files.length} models, all pictures up to date`);
}

main().catch((e) => {
  console.error(`diagrams: ${e.message}`);
  process.exit(1);
});
