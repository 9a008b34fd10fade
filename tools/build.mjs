// `npm run build`: a static site in dist/ that any host can serve.
import { run, setUp } from './setup.mjs';

setUp();
run(process.execPath, ['node_modules/vite/bin/vite.js', 'build']);
