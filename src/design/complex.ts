import type { ComplexMatrices } from '../acoustics/types.ts';

/** A complex number, for the few places where clarity counts more than speed. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const ZERO: Complex = { re: 0, im: 0 };
export const ONE: Complex = { re: 1, im: 0 };

export function complexAt({ re, im }: ComplexMatrices, at: number): Complex {
  return { re: re[at]!, im: im[at]! };
}

export function writeComplex({ re, im }: ComplexMatrices, at: number, value: Complex): void {
  re[at] = value.re;
  im[at] = value.im;
}

export function abs({ re, im }: Complex): number {
  return Math.hypot(re, im);
}

export function scale({ re, im }: Complex, factor: number): Complex {
  return { re: re * factor, im: im * factor };
}

export function add(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function subtract(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

export function times(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function divide(a: Complex, b: Complex): Complex {
  const size = 1 / (b.re * b.re + b.im * b.im);
  return { re: (a.re * b.re + a.im * b.im) * size, im: (a.im * b.re - a.re * b.im) * size };
}
