/**
 * Largest eigenvalue of a symmetric 3 × 3 matrix and its unit eigenvector, and the second eigenvalue: closed form [Smith
 * 1961]. Where both are alike the vector is one of many. Allocates nothing.
 */
export class Principal {
  largest = 0;
  second = 0;
  readonly vector = new Float64Array(3);

  /** @param a, b, c the diagonal; ab, ac, bc what is beside it */
  solve(a: number, b: number, c: number, ab: number, ac: number, bc: number): void {
    const mean = (a + b + c) / 3;
    const [da, db, dc] = [a - mean, b - mean, c - mean];
    const radius = Math.sqrt((da * da + db * db + dc * dc + 2 * (ab * ab + ac * ac + bc * bc)) / 6);
    // What is as round as numbers tell, and what is nothing.
    if (!(radius > Math.max(1e-12 * Math.abs(mean), 1e-60))) {
      this.largest = this.second = mean;
      this.vector.fill(0);
      return;
    }
    const determinant = da * (db * dc - bc * bc) - ab * (ab * dc - bc * ac) + ac * (ab * bc - db * ac);
    const third = Math.acos(Math.min(1, Math.max(-1, determinant / (2 * radius ** 3)))) / 3;
    this.largest = mean + 2 * radius * Math.cos(third);
    this.second = mean + 2 * radius * Math.cos(third - (2 * Math.PI) / 3);
    this.findVector(a - this.largest, b - this.largest, c - this.largest, ab, ac, bc);
  }

  /** Rows of the matrix less its eigenvalue lie in a plane: the vector stands on it, as the longest of their products shows. */
  private findVector(a: number, b: number, c: number, ab: number, ac: number, bc: number): void {
    this.vector.fill(0);
    this.keepLonger(ab * bc - ac * b, ac * ab - a * bc, a * b - ab * ab);
    this.keepLonger(ab * c - ac * bc, ac * ac - a * c, a * bc - ab * ac);
    this.keepLonger(b * c - bc * bc, bc * ac - ab * c, ab * bc - b * ac);
    const [x, y, z] = this.vector as unknown as [number, number, number];
    const length = Math.sqrt(x * x + y * y + z * z);
    if (length > 0) for (let i = 0; i < 3; i++) this.vector[i]! /= length;
  }

  private keepLonger(x: number, y: number, z: number): void {
    const { vector } = this;
    const before = vector[0]! ** 2 + vector[1]! ** 2 + vector[2]! ** 2;
    if (x * x + y * y + z * z <= before) return;
    vector[0] = x;
    vector[1] = y;
    vector[2] = z;
  }
}
