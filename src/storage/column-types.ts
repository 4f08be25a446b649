/**
 * Types, by their number in PostgreSQL, that leave the database as text: whole numbers too
 * large for a float (20), exact numbers (1700), and dates (1082), which are days without a time.
 */
export const TEXT_TYPES: readonly number[] = [20, 1700, 1082];
