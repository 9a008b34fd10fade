import { CommandError } from './command-error.ts';
import { EVALUATE_HELP } from './help.ts';
import { metricsJson } from '../export/metrics-json.ts';
import { metricsTable } from './metrics-table.ts';
import { evaluatePlaces, placesTable } from './evaluate-places.ts';
import { parseOptions } from './options.ts';
import { delayIn, profileOf } from './profile-option.ts';
import { designDocument, readDesign } from './read-design.ts';
import { evaluateHead, headTable, readHead } from './read-head.ts';

const RULES = { values: ['head', 'plant', 'profile'], flags: ['json', 'help'] };

/** `soundstage evaluate`: what the realised filters of a document reach, at the listener, around and in the room, as a table or as `metrics.json` has it; on the model, and beside it on a measured head. */
export async function evaluate(args: readonly string[]): Promise<void> {
  const { positionals, values, flags } = parseOptions('evaluate', args, RULES);
  if (flags.has('help')) {
    process.stdout.write(EVALUATE_HELP);
    return;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    const got = positionals.join(' ') || 'nothing';
    throw new CommandError(`evaluate: expected FILE.json, got ${got}; see soundstage evaluate --help`);
  }
  const profile = profileOf('evaluate', values['profile']);
  const document = await readDesign(path, values['plant']);
  const headSet = values['head'] === undefined ? null : await readHead(values['head']);
  const design = designDocument(path, document, delayIn(profile, document));
  const head = headSet && evaluateHead(headSet, design);
  const { metrics } = design;
  const places = await evaluatePlaces(design);
  process.stdout.write(
    flags.has('json')
      ? metricsJson({ ...metrics, ...places, ...(head && { head }) })
      : metricsTable(document, metrics) + placesTable(places) + (head ? headTable(metrics, head) : ''),
  );
}
