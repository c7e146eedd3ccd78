import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompanyBasis, RecognitionRoute } from '../classification/classification.js';
import type { Instrument, InvestmentKind } from './investment.js';

@Entity('investment')
export class InvestmentEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('text')
  number!: string;

  @Column('text')
  kind!: InvestmentKind;

  @Column('uuid', { name: 'company_id' })
  companyId!: string;

  @Column('text')
  instrument!: Instrument;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;

  @Column('date', { name: 'committee_on', nullable: true })
  committeeOn!: LocalDate | null;

  @Column('date', { name: 'paid_on' })
  paidOn!: LocalDate;

  @Column('bigint', { nullable: true })
  shares!: string | null;

  @Column('bigint', { name: 'price_per_share_won', nullable: true, transformer: wonColumn })
  pricePerShareWon!: Won | null;

  @Column('text', { nullable: true })
  round!: string | null;

  @Column('text', { name: 'claimed_route', nullable: true })
  claimedRoute!: RecognitionRoute | null;

  @Column('text', { name: 'company_basis', nullable: true })
  companyBasis!: CompanyBasis | null;

  @Column('uuid', { name: 'origin_id', nullable: true })
  originId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('boolean')
  history!: boolean;
}
