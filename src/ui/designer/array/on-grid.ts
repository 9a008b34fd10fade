/** The nearest place of a grid. @param stepM its spacing; 0 for none */
export function onGrid(valueM: number, stepM: number): number {
  return stepM > 0 ? Math.round(valueM / stepM) * stepM : valueM;
}
