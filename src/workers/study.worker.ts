import { expose } from 'comlink';
import { createDesigner } from '../design/designer.ts';
import { ZoneKernel } from '../kernel/zone-kernel.ts';
import type { StudyWorkerApi } from '../protocol/study-protocol.ts';
import { fingerprintsOf, studyDesign } from './study-design.ts';
import { knowsMeasurements } from './known-measurements.ts';

const designer = createDesigner();
let zones: ZoneKernel | null = null;

const api: StudyWorkerApi = {
  ...knowsMeasurements,
  initialise(kernel) {
    zones = new ZoneKernel(kernel);
  },
  async study(request, onProgress) {
    if (zones === null) throw new Error('the study worker has not been initialised');
    const steps = studyDesign(request, designer, zones);
    for (;;) {
      const { done, value } = steps.next();
      if (!done) {
        onProgress(value);
        continue;
      }
      if (!value.ok) return value;
      const fingerprints = await fingerprintsOf(value.study, value.taps);
      return { ok: true, study: { ...value.study, fingerprints } };
    }
  },
};

expose(api);
