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
