/** The newest values of several quantities, for means over the last so many: exact, since nothing is ever subtracted. */
export class RecentValues {
  readonly #values: Float64Array;
  readonly #quantities: number;
  readonly #length: number;
  #at = 0;

  /** @param length values that are kept of each quantity */
  constructor(quantities: number, length: number) {
    this.#values = new Float64Array(quantities * length);
    this.#quantities = quantities;
    this.#length = length;
  }

  /** Takes one value of each quantity, and leaves zeros behind. */
  take(values: Float64Array): void {
    for (let q = 0; q < this.#quantities; q++) {
      this.#values[q * this.#length + this.#at] = values[q];
      values[q] = 0;
    }
    this.#at = (this.#at + 1) % this.#length;
  }

  /** Mean of a quantity's last `count` values, into `result[at]`. Values that were never given are 0. */
  mean(quantity: number, count: number, result: Float64Array, at: number): void {
    const start = quantity * this.#length;
    let sum = 0;
    for (let age = 1; age <= count; age++) {
      const index = this.#at - age;
      sum += this.#values[start + (index < 0 ? index + this.#length : index)];
    }
    result[at] = sum / count;
  }
}
