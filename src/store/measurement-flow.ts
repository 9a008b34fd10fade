import { requiredMeasurements } from '../design/required-measurements.ts';
import { withMeasurement } from '../design/with-measurement.ts';
import type { MeasurementAnswer, MeasurementKind } from '../protocol/measurements-protocol.ts';
import type { KeptMeasurement, KeptResponses } from './ports.ts';
import type { MeasurementsState, MeasurementActions } from './state.ts';
import type { Wiring } from './wiring.ts';

/** Measured responses: kept between visits, referred to by designs. */
export interface MeasurementFlow {
  readonly actions: MeasurementActions;
  /** Reads what is kept, now and whenever another tab has changed it. */
  follow(): Promise<void>;
}

export const initialMeasurements: MeasurementsState = {
  list: null,
  draft: null,
  isReading: false,
  refusal: null,
};

const LONGEST_NAME = 60;
const UNNAMED = 'measurement';

export function createMeasurementFlow({ ports, get, set, notify }: Wiring): MeasurementFlow {
  const { measurements, shelf } = ports;
  /** Of the newest files: what older ones still bring is left out. */
  let asked = 0;

  const put = (partial: Partial<MeasurementsState>): void =>
    set({ measurements: { ...get().measurements, ...partial } });

  const driverIds = (): string[] => get().designer.document.device.drivers.map(({ id }) => id);

  async function readList(): Promise<void> {
    const reply = await shelf.list();
    put({ list: reply.ok ? reply.value.filter(isResponses) : (get().measurements.list ?? []) });
  }

  async function inspect(kind: MeasurementKind, files: readonly File[]): Promise<void> {
    const ticket = (asked += 1);
    put({ isReading: true, draft: null, refusal: null });
    const opened = files.map((file) => ({ name: file.name, file }));
    const reply = await measurements.inspect({ kind, files: opened, driverIds: driverIds() });
    if (ticket !== asked) return;
    put({ isReading: false });
    if (reply.ok) put({ draft: { name: nameOf(files), files: opened, found: reply.found } });
    else put({ refusal: reply.said });
  }

  async function take(name: string, answer: MeasurementAnswer): Promise<boolean> {
    const { draft } = get().measurements;
    if (draft === null) return false;
    put({ isReading: true, refusal: null });
    const reply = await measurements.assemble({ answer, files: draft.files, driverIds: driverIds() });
    put({ isReading: false });
    if (!reply.ok) {
      put({ refusal: reply.said });
      return false;
    }
    const { sha256, file, info } = reply;
    const kept: KeptResponses = { kind: answer.kind, id: sha256, name, info };
    const written = await shelf.keep(kept, file);
    if (!written.ok) {
      const values = { name, detail: written.detail };
      notify({ severity: 'warning', code: 'measurement-not-kept', values });
    }
    put({ draft: null });
    await readList();
    refer(kept);
    return true;
  }

  /** The name that a design knows it by stays: opening its files again is no edit. */
  function refer({ kind, id, name }: KeptResponses): void {
    const { document } = get().designer;
    const known = requiredMeasurements(document).find((one) => one.kind === kind && one.sha256 === id);
    const next = known ? document : withMeasurement(document, kind, { name, sha256: id });
    get().actions.edit(next);
  }

  function choose(kind: MeasurementKind, id: string | null): void {
    const kept = get().measurements.list?.find((one) => one.kind === kind && one.id === id);
    if (kept) refer(kept);
    else if (id === null) get().actions.edit(withMeasurement(get().designer.document, kind, null));
  }

  return {
    actions: {
      inspectMeasurement: inspect,
      dropMeasurement() {
        asked += 1;
        put({ draft: null, refusal: null, isReading: false });
      },
      takeMeasurement: take,
      chooseMeasurement: choose,
      async removeMeasurement(id) {
        const used = requiredMeasurements(get().designer.document).find(({ sha256 }) => sha256 === id);
        if (used) choose(used.kind, null);
        const reply = await shelf.remove(id);
        if (!reply.ok) {
          notify({ severity: 'error', code: `library-${reply.code}`, values: { detail: reply.detail } });
        }
        await readList();
      },
      async measurementFile(id) {
        const reply = await shelf.read(id);
        if (reply.ok && reply.value) return reply.value;
        const detail = reply.ok ? '' : reply.detail;
        notify({ severity: 'warning', code: 'measurement-gone', values: { detail } });
        return null;
      },
    },
    follow() {
      shelf.onChange(() => void readList());
      return readList();
    },
  };
}

function isResponses(kept: KeptMeasurement): kept is KeptResponses {
  return 'kind' in kept;
}

/** Of one file its name, of several what they begin with. */
function nameOf(files: readonly File[]): string {
  const stems = files.map(({ name }) => name.replace(/\.[a-z0-9]+$/i, ''));
  const [first = ''] = stems;
  let { length } = first;
  while (length > 0 && !stems.every((stem) => stem.startsWith(first.slice(0, length)))) length--;
  const common = first.slice(0, length).replace(/[\s_.+-]+$/, '');
  return common.slice(0, LONGEST_NAME).trimEnd() || UNNAMED;
}
