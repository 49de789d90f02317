// Checks documents in OpenAPI 3.0 and Swagger 2.0 against their formats. The package has no command of its own.
const SwaggerParser = require("@apidevtools/swagger-parser");

async function main(files) {
    for (const file of files) {
        await SwaggerParser.validate(file);
        console.log(`${file}: valid`);
    }
}

main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
});
