import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('overdue_interest_void')
export class OverdueInterestVoidEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'interest_id' })
  interestId!: string;

  @Column('text')
  reason!: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: LocalDate;
}
