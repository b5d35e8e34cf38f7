extension SensitiveMatch {
    package enum Kind: String, CaseIterable, Sendable {
        case privateKey, awsAccessKey, gitHubToken, gitLabToken, slackToken, stripeKey, googleKey, npmToken
        case webToken, password, assignedSecret, addressPassword, connectionString
        case socialSecurityNumber, taxpayerNumber, medicalRecordNumber, paymentCard, medicareNumber, memberNumber
        case nameWithBirthDate

        /// Whether it opens something. The others tell who a patient is.
        package var isSecret: Bool {
            switch self {
            case .privateKey, .awsAccessKey, .gitHubToken, .gitLabToken, .slackToken, .stripeKey, .googleKey, .npmToken,
                .webToken, .password, .assignedSecret, .addressPassword, .connectionString:
                true
            case .socialSecurityNumber, .taxpayerNumber, .medicalRecordNumber, .paymentCard, .medicareNumber,
                .memberNumber, .nameWithBirthDate:
                false
            }
        }

        /// What completes “this looks like …”.
        package var noun: String {
            switch self {
            case .privateKey: "a private key"
            case .awsAccessKey: "an AWS access key"
            case .gitHubToken: "a GitHub token"
            case .gitLabToken: "a GitLab token"
            case .slackToken: "a Slack token"
            case .stripeKey: "a live Stripe key"
            case .googleKey: "a Google API key"
            case .npmToken: "an npm token"
            case .webToken: "a signed JSON Web Token"
            case .password: "a password"
            case .assignedSecret: "a secret key or token"
            case .addressPassword: "a password in an address"
            case .connectionString: "a connection string with its password"
            case .socialSecurityNumber: "a social security number"
            case .taxpayerNumber: "an individual taxpayer number"
            case .medicalRecordNumber: "a medical record number"
            case .paymentCard: "a payment card number"
            case .medicareNumber: "a Medicare number"
            case .memberNumber: "an insurance member number"
            case .nameWithBirthDate: "a person's name beside a date of birth"
            }
        }
    }
}
