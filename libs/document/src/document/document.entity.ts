import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Document } from './document.js';

@Entity('document')
export class DocumentEntity implements Document {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('char', { length: 64 })
  sha256!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes!: number;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('text', { name: 'uploaded_by_name' })
  uploadedByName!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;
}
