import { won, type Won } from '#libs/money';
import type { ValueTransformer } from 'typeorm';

/** bigint columns arrive as text from the driver; amounts leave and enter the program as `Won`. */
export const wonColumn: ValueTransformer = {
  from: (value: string | null): Won | null => (value === null ? null : won(value)),
  to: (value: Won | null | undefined): string | null | undefined => (typeof value === 'bigint' ? value.toString() : value),
};
