import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('waterfall_decision')
export class WaterfallDecisionEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('date', { name: 'effective_from' })
  effectiveFrom!: LocalDate;

  @Column('text')
  clause!: string;
}
