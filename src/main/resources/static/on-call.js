/* Counts the clocks of the board down and fetches it anew; without it the page shows due times and reloads itself. */
'use strict';

const SOON = 2 * 60 * 60 * 1000;
let board = document.getElementById('board');
const stale = document.getElementById('stale');
// The clock of a wall screen may be wrong: only what has passed since the server's answer is taken from it.
let ahead = Date.now() - board.dataset.now;

const length = milliseconds => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const days = Math.floor(seconds / 86400);
  const two = number => String(number).padStart(2, '0');
  const time = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return days > 0 ? `${days}天 ${time}` : time;
};

const tick = () => {
  const now = Date.now() - ahead;
  board.querySelectorAll('[data-due]').forEach(clock => {
    const left = clock.dataset.due - now;
    clock.textContent = `${left <= 0 ? '已超时' : '剩'} ${length(left)}`;
    clock.parentElement.className = left <= 0 ? 'late' : left < SOON ? 'soon' : 'calm';
  });
};

const refresh = async () => {
  try {
    const answer = await fetch(location.href, { redirect: 'error' });
    if (!answer.ok) {
      throw new Error(answer.status === 401 ? '登录已失效,请重新登录' : '暂时无法刷新');
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('board');
    const focused = board.contains(document.activeElement) && document.activeElement.getAttribute('href');
    board.replaceWith(fresh);
    board = fresh;
    ahead = Date.now() - board.dataset.now;
    tick();
    if (focused) {
      [...board.querySelectorAll('a')].find(a => a.getAttribute('href') === focused)?.focus({ preventScroll: true });
    }
    stale.hidden = true;
  } catch (e) {
    // A board that silently stands still would be worse than none.
    stale.textContent = `${/登录/.test(e.message) ? e.message : '暂时无法刷新'},下面不是最新情况`;
    stale.hidden = false;
  }
};

tick();
setInterval(tick, 1000);
setInterval(refresh, board.dataset.refresh * 1000);
// A phone that slept shows the present at once.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    refresh();
  }
});
