import type { LocalDate } from '#libs/calendar';
import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClassificationDecision, CompanyBasis, RecognitionRoute } from './classification.js';

@Entity('classification')
export class ClassificationEntity extends Witnessed {
  @PrimaryColumn('bigint', { insert: false })
  id!: string;

  @Column('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('text')
  decision!: ClassificationDecision;

  @Column('text', { nullable: true })
  route!: RecognitionRoute | null;

  @Column('text', { name: 'company_basis', nullable: true })
  companyBasis!: CompanyBasis | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: LocalDate;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy!: string;

  @Column('text', { name: 'rule_version' })
  ruleVersion!: string;
}
