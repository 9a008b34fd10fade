import { CommandError } from './command-error.ts';
import { EVALUATE_HELP } from './help.ts';
import { metricsJson } from './metrics-json.ts';
import { metricsTable } from './metrics-table.ts';
import { parseOptions } from './options.ts';
import { designDocument, readDesign } from './read-design.ts';

const RULES = { values: [], flags: ['json', 'help'] };

/** `soundstage evaluate`: what the realised filters of a document reach, as a table or as `metrics.json` has it. */
export async function evaluate(args: readonly string[]): Promise<void> {
  const { positionals, flags } = parseOptions('evaluate', args, RULES);
  if (flags.has('help')) {
    process.stdout.write(EVALUATE_HELP);
    return;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    const got = positionals.join(' ') || 'nothing';
    throw new CommandError(`evaluate: expected FILE.json, got ${got}; see soundstage evaluate --help`);
  }
  const document = await readDesign(path);
  const { metrics } = designDocument(path, document);
  process.stdout.write(flags.has('json') ? metricsJson(metrics) : metricsTable(document.name, metrics));
}
