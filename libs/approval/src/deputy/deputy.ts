import type { LocalDate } from '#libs/calendar';

/** Who signs for somebody who is away (대결), on which days, both included. */
export interface Deputy {
  readonly id: string;
  readonly absentId: string;
  readonly absentName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reason: string;
  /** From this day on the arrangement is over; null: it runs as agreed. */
  readonly endedOn: LocalDate | null;
}
