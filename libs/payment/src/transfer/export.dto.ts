import { ChoiceField, TextField } from '#libs/http';
import { FILE_FORMATS } from '../run/payment-run.js';

export class ExportPaymentRunDto {
  @ChoiceField(FILE_FORMATS, { description: 'PAIN_001: ISO 20022 pain.001.001.09; BULK_TRANSFER: fixed columns, CP949' })
  format!: string;

  @TextField({ min: 5, max: 500, description: 'Why; kept in the access log' })
  reason!: string;
}
