/** A number below 2^51 plus this, less this, is rounded to the nearest whole number. */
export const ROUNDER = 2 ** 52;

/** Room to work in for a number of units. */
export type Desk = {
  readonly rests: Float64Array;
  readonly values: Float64Array;
  readonly found: Int32Array;
};

let desk = createDesk(512);

/**
 * Room to work in, kept between calls because making it costs more than the arithmetic does.
 *
 * Everything in it is written before it is read, so that no call sees anything of another.
 */
export function deskFor(units: number): Desk {
  if (desk.rests.length < units) desk = createDesk(2 * units);
  return desk;
}

function createDesk(room: number): Desk {
  return {
    rests: new Float64Array(room),
    values: new Float64Array(room),
    found: new Int32Array(room),
  };
}
