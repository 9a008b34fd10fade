/** The loudest of late in decibels: up at once, slowly down, so that a quiet passage fills the picture after a while too. */
export class LevelMemory {
  private power = 0;

  /**
   * @param fallDbPerSecond how soon something loud is forgotten
   * @param floorDb what is fainter does not fill the picture
   */
  constructor(
    private readonly fallDbPerSecond: number,
    private readonly floorDb: number,
  ) {}

  /** @param power the loudest of now @returns the loudest of late, never nothing */
  follow(power: number, elapsedSeconds: number): number {
    const fallen = this.power * 10 ** ((-this.fallDbPerSecond * elapsedSeconds) / 10);
    this.power = Math.max(power, fallen, 10 ** (this.floorDb / 10));
    return this.power;
  }
}

/** Share of the way to a new value, up or down, that a needle goes in a frame. */
export function shareOf(elapsedSeconds: number, timeConstantSeconds: number): number {
  return 1 - Math.exp(-elapsedSeconds / timeConstantSeconds);
}
