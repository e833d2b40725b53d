/** What a checker says of the template. */
export interface CheckerFinding {
  rule: string
  resource: string
  description: string
}

/** Findings that are as they should be, and why. An exception that nothing needs any more fails its test. */
export interface CheckerException {
  rule: RegExp
  resource: RegExp
  why: string
}

export const EXCEPTIONS: CheckerException[] = [
  {
    rule: /^W3005$/,
    resource: /LambdaFunction$|^HttpApi/,
    why: 'The deploy tool writes a DependsOn beside the reference that says the same; harmless.',
  },
  {
    rule: /^W3011$|^AwsSolutions-S1$/,
    resource: /^ServerlessDeploymentBucket$/,
    why: 'Holds the code alone, which is built again from git at any time; read by CloudFormation alone.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<\w+LogGroup\.Arn>:\*\]$/,
    resource: /Role$/,
    why: 'The streams of the one log group of the function, whose names Lambda makes.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<(Bundle|Verdict)Bucket\.Arn>\/(authority\/(catalogue|records)|provisional\/prescreens|[a-z]+(-scans)?)\/(\*\/(notices|rechecks|uploads)\/)?\*(\/(entries|latest)\.json)?\]$/,
    resource: /Role$/,
    why: 'The objects below one prefix of one bucket; their names are made as uploads come.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    resource: /^(Session|Verdict)Secret$/,
    why: 'A new secret signs everybody out; sessions last eight hours, and the runbook tells how to replace it at need.',
  },
  {
    rule: /^W2509$/,
    resource: /^ClientSecretArn$/,
    why: 'It says where the secret stands; it is none itself.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    resource: /^HttpApiRouteDefault$/,
    why: 'The function checks the token of each request; health and rules are open to everybody by design.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    resource: /^FailedSchedules$/,
    why: 'It is the dead-letter queue of the schedules and of the functions they call, which the rule does not look at.',
  },
  {
    rule: /^Serverless-SQSRedrivePolicy$/,
    resource: /^Failed(Scans|Schedules|Uploads)$/,
    why: 'Dead-letter queues themselves: what fails there waits for a person, whom an alarm calls.',
  },
  {
    rule: /^AwsSolutions-SF[12]$|^Serverless-StepFunctionStateMachineXray$/,
    resource: /^DrawUp$/,
    why: 'Its history is kept with the execution for 90 days, and each of its steps is a call of drawUp, which logs; all input would be codes of agencies.',
  },
  {
    rule: /^Serverless-LambdaDLQ$/,
    resource: /^DrawUpLambdaFunction$/,
    why: 'The state machine calls it and waits for the answer; what fails is tried again, and told by the alarm of the execution.',
  },
  {
    rule: /^Serverless-LambdaDLQ$/,
    resource: /^(List|Notify)\w+LambdaFunction$/,
    why: 'Their failed events go to FailedSchedules by the failure destination, which has taken the place of the dead-letter target.',
  },
  {
    rule: /^Serverless-LambdaDLQ$/,
    resource: /^(Api|EvaluateBundle|ReadScans)LambdaFunction$/,
    why: 'Called synchronously, by the HTTP API and by queues; each queue has its own dead-letter queue.',
  },
  {
    rule: /^Serverless-LambdaEventSourceMappingDestination$/,
    resource: /^(EvaluateBundle|ReadScans)EventSourceMapping/,
    why: 'Queues take no such destination (streams do); failed messages go to FailedUploads and FailedScans.',
  },
  {
    rule: /^Serverless-LambdaTracing$/,
    resource: /LambdaFunction$/,
    why: 'The upload id in every line of the log ties a request to its verdict; traces would cost more and tell no more.',
  },
]
