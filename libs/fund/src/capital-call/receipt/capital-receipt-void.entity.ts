import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('capital_receipt_void')
export class CapitalReceiptVoidEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'receipt_id' })
  receiptId!: string;

  @Column('text')
  reason!: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: LocalDate;
}
