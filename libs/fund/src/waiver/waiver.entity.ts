import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('waiver')
export class WaiverEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('text')
  number!: string;

  @Column('text')
  rule!: string;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId!: string | null;

  @Column('bigint', { name: 'most_won', nullable: true, transformer: wonColumn })
  mostWon!: Won | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: LocalDate;

  @Column('date', { name: 'valid_to' })
  validTo!: LocalDate;

  @Column('text')
  reason!: string;

  @Column('smallint')
  approvers!: number;

  @Column('uuid', { name: 'document_id', nullable: true })
  documentId!: string | null;
}
