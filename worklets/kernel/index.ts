// Everything the compiled kernel exports. One instance of the module serves one object: a matrix, a limiter, an upmix, a
// meter, an interleaver.
export * from './spectrum-exports';
export * from './filters';
export * from './matrix';
export {
  matrixAreSane,
  matrixAssign,
  matrixBankHeader,
  matrixBankSpectra,
  matrixForget,
  matrixFreeBank,
  matrixSelect,
  matrixSetGain,
} from './matrix-sets';
export * from './upmix-exports';
export * from './interleave';
export * from './limiter';
export * from './interleave';
export * from './true-peak';
