import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('custodian_account')
export class CustodianAccountEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('char', { name: 'bank_code', length: 3 })
  bankCode!: string;

  @Column('text', { name: 'account_number' })
  accountNumber!: string;

  @Column('text')
  holder!: string;

  @Column('date', { name: 'effective_from' })
  effectiveFrom!: LocalDate;
}
