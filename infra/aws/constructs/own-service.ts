import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';

/**
 * An AWS service that acts for this account alone: without the condition it could be led to act for somebody else's.
 * Source: IAM user guide, "The confused deputy problem".
 */
export const own = (service: string): ServicePrincipal =>
  new ServicePrincipal(service, { conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } } });
