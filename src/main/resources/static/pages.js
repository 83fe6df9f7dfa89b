/* Comfort only: every page works without it, and the server checks everything again. */
'use strict';

const upload = document.getElementById('upload');
if (upload) {
  const fields = upload.querySelectorAll('input[type=file]');
  const limit = upload.dataset.maxMb * 1024 * 1024;
  const total = upload.dataset.maxTotalMb * 1024 * 1024;
  const check = () => {
    const files = [...fields].flatMap(field => [...field.files]);
    const big = files.find(file => file.size > limit);
    const sum = files.reduce((bytes, file) => bytes + file.size, 0);
    let message = '';
    if (big) {
      message = `“${big.name}”超过 ${upload.dataset.maxMb} MB`;
    } else if (sum > total) {
      message = `一次合计不能超过 ${upload.dataset.maxTotalMb} MB,请分几次上传`;
    } else if (files.length === 0) {
      message = '请选择要上传的文件';
    }
    fields[fields.length - 1].setCustomValidity(message);
  };
  fields.forEach(field => field.addEventListener('change', check));
  upload.querySelector('button').addEventListener('click', check);
}

// Only a secure page may write to the clipboard; elsewhere the text is selected, ready to be copied by hand.
document.querySelectorAll('button[data-copy]').forEach(button => {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = '已复制';
    } catch {
      button.textContent = document.execCommand('copy') ? '已复制' : '请长按或按 Ctrl+C 复制';
    }
  });
});

// A slow connection tempts people to press twice.
document.querySelectorAll('form[method=post]').forEach(form => {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button[type=submit]:focus') || form.querySelector('button[type=submit]');
    setTimeout(() => {
      button.disabled = true;
    });
  });
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form button[disabled]').forEach(button => {
    button.disabled = false;
  });
});

// Printed pages show what is folded away on the screen.
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details').forEach(details => {
    details.open = true;
  });
});

// What the search field of the header finds while somebody types; Enter leads to the page with all of it.
const find = document.querySelector('.find input');
if (find) {
  const offers = document.createElement('ul');
  offers.className = 'offers';
  offers.hidden = true;
  find.form.appendChild(offers);
  let asked = 0;
  let waiting;
  const show = hits => {
    offers.replaceChildren(...hits.map(hit => {
      const link = document.createElement('a');
      link.href = find.dataset.offers.replace(/\/api\/search$/, '') + hit.path;
      link.textContent = `${hit.kind} ${hit.number} ${hit.title}`;
      const detail = document.createElement('small');
      detail.textContent = hit.detail || '';
      link.appendChild(detail);
      const item = document.createElement('li');
      item.appendChild(link);
      return item;
    }));
    offers.hidden = hits.length === 0;
  };
  const ask = async () => {
    const question = ++asked;
    try {
      const answer = await fetch(`${find.dataset.offers}?q=${encodeURIComponent(find.value)}`);
      const hits = answer.ok ? await answer.json() : [];
      // A slow answer to what was typed before must not replace the newer one.
      if (question === asked) {
        show(hits);
      }
    } catch {
      offers.hidden = true;
    }
  };
  find.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  });
  find.form.addEventListener('keydown', event => {
    const links = [find, ...offers.querySelectorAll('a')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      offers.hidden = true;
      find.focus();
    } else if (step && !offers.hidden) {
      event.preventDefault();
      links[(links.indexOf(document.activeElement) + step + links.length) % links.length].focus();
    }
  });
  document.addEventListener('click', event => {
    if (!find.form.contains(event.target)) {
      offers.hidden = true;
    }
  });
}
