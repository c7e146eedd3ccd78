import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('investment_void')
export class InvestmentVoidEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('text')
  reason!: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: LocalDate;
}
