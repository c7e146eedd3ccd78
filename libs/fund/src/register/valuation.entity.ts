import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('valuation')
export class ValuationEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('date', { name: 'valued_on' })
  valuedOn!: LocalDate;

  @Column('bigint', { name: 'fair_value_won', transformer: wonColumn })
  fairValueWon!: Won;

  @Column('bigint', { name: 'impairment_won', transformer: wonColumn })
  impairmentWon!: Won;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
