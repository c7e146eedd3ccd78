import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatutoryTarget } from '../statutory/statutory.js';
import type { ContractTerms } from './deal-term.js';

@Entity('deal_term')
export class DealTermEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('bigint', { name: 'pre_money_won', nullable: true, transformer: wonColumn })
  preMoneyWon!: Won | null;

  @Column('bigint', { name: 'post_money_won', nullable: true, transformer: wonColumn })
  postMoneyWon!: Won | null;

  @Column('bigint', { name: 'total_shares', nullable: true })
  totalShares!: string | null;

  @Column('bigint', { name: 'ownership_numerator', nullable: true })
  ownershipNumerator!: string | null;

  @Column('bigint', { name: 'ownership_denominator', nullable: true })
  ownershipDenominator!: string | null;

  @Column('boolean', { name: 'newly_issued' })
  newlyIssued!: boolean;

  @Column('boolean')
  unsecured!: boolean;

  @Column('boolean')
  listed!: boolean;

  @Column('boolean')
  overseas!: boolean;

  @Column('text', { nullable: true })
  project!: string | null;

  @Column('text', { name: 'statutory_target', nullable: true })
  statutoryTarget!: StatutoryTarget | null;

  @Column('uuid', { name: 'seller_id', nullable: true })
  sellerId!: string | null;

  @Column('uuid', { name: 'seller_fund_id', nullable: true })
  sellerFundId!: string | null;

  @Column('uuid', { name: 'consent_document_id', nullable: true })
  consentDocumentId!: string | null;

  @Column('jsonb')
  disclosure!: object;

  @Column('jsonb')
  terms!: ContractTerms;
}
