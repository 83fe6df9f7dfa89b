import { mount } from './dashboard.js';

const node = document.getElementById('dashboard');
mount(node, new URL('..', import.meta.url).pathname.replace(/\/$/, ''), true);
