import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('custodian_match')
export class CustodianMatchEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'line_id' })
  lineId!: string;

  @Column('uuid', { name: 'receipt_id', nullable: true })
  receiptId!: string | null;

  @Column('uuid', { name: 'interest_id', nullable: true })
  interestId!: string | null;
}
