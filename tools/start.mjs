// `npm start`: all the set-up, then the app with its demo track in the default browser.
import { run, setUp } from './setup.mjs';

setUp();
run(process.execPath, ['node_modules/vite/bin/vite.js', '--open', ...process.argv.slice(2)]);
