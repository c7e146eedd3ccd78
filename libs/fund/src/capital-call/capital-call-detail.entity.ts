import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallKind, CallPurpose } from './capital-call.js';

@Entity('capital_call_detail')
export class CapitalCallDetailEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'call_id' })
  callId!: string;

  @Column('text')
  kind!: CallKind;

  @Column('text', { name: 'purpose_code' })
  purposeCode!: CallPurpose;

  @Column('text', { nullable: true })
  contact!: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;
}
