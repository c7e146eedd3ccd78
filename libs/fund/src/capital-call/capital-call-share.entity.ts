import { wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('capital_call_share')
export class CapitalCallShareEntity {
  @PrimaryColumn('uuid', { name: 'call_id' })
  callId!: string;

  @PrimaryColumn('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;
}
