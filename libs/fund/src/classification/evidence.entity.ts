import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence')
export class EvidenceEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn!: LocalDate | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: LocalDate | null;

  @Column('text', { nullable: true })
  issuer!: string | null;

  @Column('uuid', { name: 'document_id', nullable: true })
  documentId!: string | null;
}
