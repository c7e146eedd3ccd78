import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('custodian_line')
export class CustodianLineEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  statementId!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('char', { name: 'line_key', length: 64 })
  lineKey!: string;

  @Column('integer', { name: 'row_no' })
  rowNo!: number;

  @Column('date', { name: 'value_on' })
  valueOn!: LocalDate;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;

  @Column('text', { nullable: true })
  counterparty!: string | null;

  @Column('text', { nullable: true })
  memo!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('bigint', { name: 'balance_won', transformer: wonColumn, nullable: true })
  balanceWon!: Won | null;
}
