import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartnerKind } from './fund.js';

@Entity('fund_partner')
export class FundPartnerEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('uuid', { name: 'party_id' })
  partyId!: string;

  @Column('smallint')
  ordinal!: number;

  @Column('text')
  kind!: PartnerKind;

  @Column('bigint', { name: 'commitment_won', transformer: wonColumn })
  commitmentWon!: Won;

  @Column('bigint')
  units!: string;

  @Column('date', { name: 'signed_on' })
  signedOn!: LocalDate;

  @Column('text', { nullable: true })
  contact!: string | null;

  /** A professional investor, whom the legal head count leaves out; null where nobody said. */
  @Column('boolean', { nullable: true })
  professional!: boolean | null;
}
