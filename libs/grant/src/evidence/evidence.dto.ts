import { ChoiceField, IdField, TextField } from '#libs/http';
import { PAPERS } from './evidence.js';

export class AttachPaperDto {
  @ChoiceField(PAPERS)
  paper!: string;

  @TextField({ max: 200, optional: true, description: 'Number of the paper, or where it is kept' })
  reference?: string;

  @IdField({ optional: true })
  documentId?: string;
}
