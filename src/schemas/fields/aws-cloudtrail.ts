import type { FieldCatalogue } from './catalogue.js';
import { KEYWORD, LONG_KEYWORD, overlay, plain } from './overlay.js';

/** What the `aws.cloudtrail` integration adds to ECS. https://www.elastic.co/docs/reference/integrations/aws/cloudtrail */
export const AWS_CLOUDTRAIL: FieldCatalogue = overlay([
  [
    'aws.cloudtrail',
    'api_version error_code error_message event_category event_type event_version insight_details management_event recipient_account_id request_id session_credential_from_console shared_event_id vpc_endpoint_id',
    KEYWORD,
  ],
  ['aws.cloudtrail', 'request_parameters response_elements additional_eventdata service_event_details', LONG_KEYWORD],
  ['aws.cloudtrail', 'read_only', plain('boolean')],
  [
    'aws.cloudtrail.flattened',
    'request_parameters response_elements additional_eventdata service_event_details digest insight_details',
    plain('flattened'),
  ],
  ['aws.cloudtrail.user_identity', 'access_key_id arn invoked_by type', KEYWORD],
  ['aws.cloudtrail.user_identity.session_context', 'mfa_authenticated', KEYWORD],
  ['aws.cloudtrail.user_identity.session_context', 'creation_date', plain('date')],
  ['aws.cloudtrail.user_identity.session_context.session_issuer', 'account_id arn principal_id type', KEYWORD],
  ['aws.cloudtrail.resources', 'account_id arn type', KEYWORD],
  ['aws.cloudtrail.console_login.additional_eventdata', 'login_to', KEYWORD],
  ['aws.cloudtrail.console_login.additional_eventdata', 'mobile_version mfa_used', plain('boolean')],
  [
    'aws.cloudtrail.digest',
    'newest_event_time oldest_event_time start_time end_time',
    plain('date'),
  ],
  [
    'aws.cloudtrail.digest',
    'log_files previous_hash_algorithm previous_s3_bucket public_key_fingerprint s3_bucket s3_object signature_algorithm',
    KEYWORD,
  ],
]);
