import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('capital_receipt')
export class CapitalReceiptEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'call_id' })
  callId!: string;

  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('date', { name: 'value_on' })
  valueOn!: LocalDate;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;

  @Column('text', { name: 'bank_reference', nullable: true })
  bankReference!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
