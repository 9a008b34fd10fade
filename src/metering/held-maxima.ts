/** The largest values of several quantities since someone last looked; what comes while he looks is not lost. */
export class HeldMaxima {
  readonly values: Float64Array;

  constructor(quantities: number) {
    this.values = new Float64Array(quantities);
  }

  /** Takes a step's largest, ≥ 0, and leaves zeros behind. @param anew what was held has been seen */
  take(step: Float64Array, anew: boolean): void {
    for (let q = 0; q < this.values.length; q++) {
      if (anew || step[q] > this.values[q]) this.values[q] = step[q];
      step[q] = 0;
    }
  }
}
