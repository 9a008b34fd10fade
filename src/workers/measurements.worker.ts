import { expose } from 'comlink';
import type { MeasurementsWorkerApi } from '../protocol/measurements-protocol.ts';
import { assembleMeasurement, inspectMeasurement } from './read-measurement.ts';

const api: MeasurementsWorkerApi = { inspect: inspectMeasurement, assemble: assembleMeasurement };

expose(api);
