// A Chromium for the browser tests: the one named by CHROMIUM_PATH, Playwright's own, the system's, or a newly installed one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function works(path) {
  return Boolean(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

function onPath(name) {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) && works(path) ? path : '';
}

async function find() {
  if (process.env.CHROMIUM_PATH) {
    if (works(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH: no browser runs at ${process.env.CHROMIUM_PATH}`);
  }
  return (await playwrightsOwn()) || SYSTEM_NAMES.map(onPath).find(works) || '';
}

function install() {
  console.log('No Chromium found: installing one for the browser tests …');
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    return (
      spawnSync(command, rest, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    );
  };
  if (
    existsSync('/etc/debian_version') &&
    apt('update') &&
    apt('install', '-y', '--no-install-recommends', 'chromium')
  )
    return;
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'inherit',
  });
}

/** Path of a Chromium that starts; installs one when there is none. */
export async function provideChromium() {
  let path = await find();
  if (!path) {
    install();
    path = await find();
  }
  if (!path) throw new Error('No Chromium could be found or installed: set CHROMIUM_PATH to one.');
  return path;
}
